UPDATE api_tokens SET used_ms = ? WHERE token = ?
