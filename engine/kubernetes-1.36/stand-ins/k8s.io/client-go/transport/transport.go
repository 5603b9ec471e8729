// Package transport stands in for the client's transport: a webhook's certificates are parsed, and that is all.
package transport

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
)

// Config holds certificates.
type Config struct{ TLS TLSConfig }

// TLSConfig holds certificates.
type TLSConfig struct{ CAData []byte }

// TLSConfigFor tells whether the certificates can be read.
func TLSConfigFor(config *Config) (*tls.Config, error) {
	if len(config.TLS.CAData) > 0 && !x509.NewCertPool().AppendCertsFromPEM(config.TLS.CAData) {
		return nil, errors.New("unable to load root certificates: unable to parse bytes as PEM block")
	}
	return nil, nil
}
