// Package ports stands in for the constants that the API's validation reads; the real package pulls in the cloud provider.
package ports

// KubeletPort is the port that a LoadBalancer Service may not expose.
const KubeletPort = 10250
