"""The local HTTP service: the gate, pairing, the API, the service's own pages."""
