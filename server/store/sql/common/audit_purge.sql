DELETE FROM audit WHERE entry <= ?
