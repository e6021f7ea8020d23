DELETE FROM credentials
