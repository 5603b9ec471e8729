package net

import (
	"errors"
	"io"
	"net"
	"net/http"
	"path"
)

// IsProbableEOF tells whether a connection ended: the rest of what knows HTTP is left out here.
func IsProbableEOF(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

// IsTimeout tells whether something took too long.
func IsTimeout(err error) bool {
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout()
}

// SourceIPs finds nothing: no request comes in over a network.
func SourceIPs(*http.Request) []net.IP { return nil }

// JoinPreservingTrailingSlash joins the parts of a path that nothing is proxied to.
func JoinPreservingTrailingSlash(parts ...string) string { return path.Join(parts...) }
