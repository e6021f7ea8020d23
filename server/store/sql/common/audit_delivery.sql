SELECT entry FROM audit_deliveries WHERE receiver = ?
