// Package proxy stands in for the handler that proxies to Services: nothing is proxied here.
package proxy

import (
	"net/http"
	"net/url"
)

// ErrorResponder answers errors.
type ErrorResponder interface {
	Error(http.ResponseWriter, *http.Request, error)
}

type responder struct{ answer interface{ Error(error) } }

func (r responder) Error(_ http.ResponseWriter, _ *http.Request, err error) { r.answer.Error(err) }

// NewErrorResponder makes a responder.
func NewErrorResponder(answer interface{ Error(error) }) ErrorResponder { return responder{answer} }

// UpgradeAwareHandler refuses everything.
type UpgradeAwareHandler struct{ MaxBytesPerSec int64 }

// NewUpgradeAwareHandler makes a handler.
func NewUpgradeAwareHandler(*url.URL, http.RoundTripper, bool, bool, ErrorResponder) *UpgradeAwareHandler {
	return &UpgradeAwareHandler{}
}

// ServeHTTP refuses.
func (*UpgradeAwareHandler) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusBadGateway)
}
