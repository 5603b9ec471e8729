package judge

import "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"

// establish gives a stored definition of custom resources the status that it has by now. A text without status was applied some
// time ago, so that its names are accepted and it is served: from then on its scope and kind stay as they are.
func establish(stored *apiextensions.CustomResourceDefinition, written apiextensions.CustomResourceDefinitionStatus) {
	if len(written.StoredVersions) > 0 {
		stored.Status.StoredVersions = written.StoredVersions
	}
	if len(written.Conditions) > 0 {
		stored.Status.Conditions, stored.Status.AcceptedNames = written.Conditions, written.AcceptedNames
		return
	}
	stored.Status.AcceptedNames = *stored.Spec.Names.DeepCopy()
	for _, condition := range []apiextensions.CustomResourceDefinitionConditionType{apiextensions.NamesAccepted, apiextensions.Established} {
		stored.Status.Conditions = append(stored.Status.Conditions, apiextensions.CustomResourceDefinitionCondition{
			Type: condition, Status: apiextensions.ConditionTrue,
		})
	}
}
