UPDATE audit_deliveries SET entry = ?, changed_ms = ? WHERE receiver = ? AND entry > ?
