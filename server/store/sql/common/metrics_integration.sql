SELECT prometheus, statsd, statsd_host, statsd_port, statsd_protocol, statsd_prefix, token_hash FROM metrics_integration
