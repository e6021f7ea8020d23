DELETE FROM bans WHERE ban = ? OR until_ms <= ?
