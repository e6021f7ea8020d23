SELECT entry FROM audit WHERE boot = ? AND sequence = ?
