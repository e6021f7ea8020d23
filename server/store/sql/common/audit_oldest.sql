SELECT entry FROM audit ORDER BY entry LIMIT ?
