package judge

import (
	"fmt"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/apis/apps"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/pod-security-admission/api"
)

// advise adds what the server does not say: `refused` is its refusal, if any.
func (r *review) advise(refused error) {
	r.dropped(r.strategy.lost)
	spec, prefix := podSpecOf(r.object)
	if spec != nil {
		r.adviseApply(spec, prefix)
	}
	r.adviseNames()
	r.adviseGrowth()
	if pod, isPod := r.object.(*core.Pod); isPod {
		r.advisePodSecurity(pod, &derived{kind: "Pod"})
		return
	}
	// What the Pods of an object with too many errors would be refused for is more of the same.
	if refused != nil && spec == nil || r.strategy.more > 0 {
		return
	}
	var validate func(runtime.Object) field.ErrorList
	if refused == nil && r.old == nil {
		validate = podValidation(r.object)
	}
	for _, made := range derive(r.object) {
		r.judgeDerived(made, validate)
	}
}

func podSpecOf(object runtime.Object) (*core.PodSpec, string) {
	switch object := object.(type) {
	case *core.Pod:
		return &object.Spec, "spec"
	case *apps.Deployment:
		return &object.Spec.Template.Spec, "spec.template.spec"
	case *apps.ReplicaSet:
		return &object.Spec.Template.Spec, "spec.template.spec"
	case *apps.DaemonSet:
		return &object.Spec.Template.Spec, "spec.template.spec"
	case *apps.StatefulSet:
		return &object.Spec.Template.Spec, "spec.template.spec"
	case *batch.Job:
		return &object.Spec.Template.Spec, "spec.template.spec"
	case *batch.CronJob:
		return &object.Spec.JobTemplate.Spec.Template.Spec, "spec.jobTemplate.spec.template.spec"
	case *core.ReplicationController:
		if object.Spec.Template != nil {
			return &object.Spec.Template.Spec, "spec.template.spec"
		}
	case *core.PodTemplate:
		return &object.Template.Spec, "template.spec"
	}
	return nil, ""
}

// adviseApply finds the duplicates that create accepts and server-side apply refuses: it knows the items of these lists by key.
func (r *review) adviseApply(spec *core.PodSpec, prefix string) {
	const reason = "Create accepts it, server-side apply refuses it: it tells the items of this list apart by that key. kubectl's own apply drops one of them."
	duplicate := func(field, key string) {
		r.answer.Advice = append(r.answer.Advice, Advice{
			Type: "FieldValueDuplicate", Field: field, Detail: "Duplicate value: " + key, Reason: reason, Severity: "warning",
		})
	}
	containers := func(list []core.Container, name string) {
		for i := range list {
			at := fmt.Sprintf("%s.%s[%d]", prefix, name, i)
			names := map[string]bool{}
			for j, env := range list[i].Env {
				if names[env.Name] {
					duplicate(fmt.Sprintf("%s.env[%d].name", at, j), fmt.Sprintf("%q", env.Name))
				}
				names[env.Name] = true
			}
			ports := map[string]bool{}
			for j, port := range list[i].Ports {
				key := fmt.Sprintf("%d/%s", port.ContainerPort, port.Protocol)
				if ports[key] {
					duplicate(fmt.Sprintf("%s.ports[%d]", at, j), fmt.Sprintf("%q", key))
				}
				ports[key] = true
			}
		}
	}
	containers(spec.InitContainers, "initContainers")
	containers(spec.Containers, "containers")
	secrets := map[string]bool{}
	for i, secret := range spec.ImagePullSecrets {
		if secrets[secret.Name] {
			duplicate(fmt.Sprintf("%s.imagePullSecrets[%d].name", prefix, i), fmt.Sprintf("%q", secret.Name))
		}
		secrets[secret.Name] = true
	}
}

// adviseNames finds names that are too long for what a controller makes of them.
func (r *review) adviseNames() {
	name := nameOf(r.object)
	limit := func(most int, what string) {
		if len(name) > most {
			r.answer.Advice = append(r.answer.Advice, Advice{
				Type: "FieldValueTooLong", Field: "metadata.name", Severity: "error",
				Detail: fmt.Sprintf("%q has %d characters: more than %d", name, len(name), most),
				Reason: "The server accepts the name, and then refuses " + what + ".",
			})
		}
	}
	if _, isDeployment := r.object.(*apps.Deployment); isDeployment {
		limit(253-11, "the ReplicaSet, whose name ends with a hash of ten characters")
	}
}

// adviseGrowth tells what a larger claim depends on.
func (r *review) adviseGrowth() {
	claim, isClaim := r.object.(*core.PersistentVolumeClaim)
	if !isClaim || r.old == nil {
		return
	}
	now, before := claim.Spec.Resources.Requests[core.ResourceStorage], r.old.(*core.PersistentVolumeClaim).Spec.Resources.Requests[core.ResourceStorage]
	if now.Cmp(before) > 0 {
		r.unknown("spec.resources.requests[storage]", "whether the StorageClass of the claim allows its volume to be expanded is not known")
	}
}

// advisePodSecurity reports what the levels of the namespace find in a Pod that a controller would make, one piece of advice for
// each rule. For a Pod itself the server says what `enforce` and `warn` find, so that only `audit` is left.
func (r *review) advisePodSecurity(pod *core.Pod, d *derived) {
	if len(r.request.PodSecurity) == 0 {
		return
	}
	levels, _ := r.security.PolicyToEvaluate(labelsOf(r.request.PodSecurity))
	if levels.FullyPrivileged() {
		return
	}
	object, err := r.versioned(pod)
	if err != nil {
		return
	}
	versioned, isPod := object.(*corev1.Pod)
	if !isPod {
		return
	}
	direct := d.paths == nil
	at := "spec"
	if !direct {
		at = d.field("spec")
	}
	said := map[string]bool{}
	report := func(level api.LevelVersion, severity, reason string) {
		for _, result := range r.security.Evaluator.EvaluatePod(level, &versioned.ObjectMeta, &versioned.Spec) {
			detail := result.ForbiddenReason
			if result.ForbiddenDetail != "" {
				detail += " (" + result.ForbiddenDetail + ")"
			}
			if result.Allowed || said[detail] {
				continue
			}
			said[detail] = true
			r.answer.Advice = append(r.answer.Advice, Advice{
				Type: "Forbidden", Field: at, Detail: fmt.Sprintf("violates PodSecurity %q: %s", level.String(), detail), Severity: severity, Reason: reason,
			})
		}
	}
	if !direct {
		report(levels.Enforce, "error", "The server accepts this object, and then the namespace's Pod Security level refuses "+d.what+".")
		report(levels.Warn, "warning", "The namespace warns of it.")
	} else {
		for _, level := range []api.LevelVersion{levels.Enforce, levels.Warn} {
			for _, result := range r.security.Evaluator.EvaluatePod(level, &versioned.ObjectMeta, &versioned.Spec) {
				if !result.Allowed {
					detail := result.ForbiddenReason
					if result.ForbiddenDetail != "" {
						detail += " (" + result.ForbiddenDetail + ")"
					}
					said[detail] = true
				}
			}
		}
	}
	report(levels.Audit, "warning", "The namespace records it in the audit log.")
}
