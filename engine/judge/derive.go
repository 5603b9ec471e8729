package judge

import (
	"fmt"
	"slices"
	"strings"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/apis/apps"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/core"
)

// derived is an object that a controller makes from a workload.
type derived struct {
	object runtime.Object
	group  string
	kind   string
	what   string
	// paths maps a field of the derived object to the field of the workload that it comes from, the longest prefix first.
	paths [][2]string
}

const (
	someHash   = "5d4f8c7b9d"
	someSuffix = "x7k2q"
	someMinute = "29999999"
)

// field maps a path of the derived object back into the workload.
func (d *derived) field(path string) string {
	for _, pair := range d.paths {
		if path == pair[0] {
			return pair[1]
		}
		if strings.HasPrefix(path, pair[0]) && strings.ContainsAny(path[len(pair[0]):len(pair[0])+1], ".[") {
			return pair[1] + path[len(pair[0]):]
		}
	}
	return path
}

func templatePaths(prefix string) [][2]string {
	return [][2]string{
		{"metadata.name", "metadata.name"},
		{"metadata.generateName", "metadata.name"},
		{"metadata.labels", prefix + ".metadata.labels"},
		{"metadata.annotations", prefix + ".metadata.annotations"},
		{"metadata.finalizers", prefix + ".metadata.finalizers"},
		{"metadata", prefix + ".metadata"},
		{"spec", prefix + ".spec"},
	}
}

// derive makes what the controllers would make from an object.
func derive(object runtime.Object) []*derived {
	switch object := object.(type) {
	case *apps.Deployment:
		pod := podFrom(object.Namespace, generated(object.Name+"-"+someHash), &object.Spec.Template, map[string]string{"pod-template-hash": someHash})
		return []*derived{podOf("Deployment", pod, "spec.template")}
	case *apps.ReplicaSet:
		pod := podFrom(object.Namespace, generated(object.Name), &object.Spec.Template, nil)
		return []*derived{podOf("ReplicaSet", pod, "spec.template")}
	case *core.ReplicationController:
		if object.Spec.Template == nil {
			return nil
		}
		pod := podFrom(object.Namespace, generated(object.Name), object.Spec.Template, nil)
		return []*derived{podOf("ReplicationController", pod, "spec.template")}
	case *apps.DaemonSet:
		pod := podFrom(object.Namespace, generated(object.Name), &object.Spec.Template, map[string]string{
			"controller-revision-hash": someHash, "pod-template-generation": "1",
		})
		return []*derived{podOf("DaemonSet", pod, "spec.template")}
	case *apps.StatefulSet:
		return fromStatefulSet(object)
	case *batch.Job:
		pod := podFrom(object.Namespace, generated(object.Name), &object.Spec.Template, map[string]string{"job-name": object.Name})
		return []*derived{podOf("Job", pod, "spec.template")}
	case *batch.CronJob:
		return fromCronJob(object)
	}
	return nil
}

// generated is the name that the server makes from a controller's `generateName`.
func generated(base string) string {
	base += "-"
	if len(base) > 58 {
		base = base[:58]
	}
	return base + someSuffix
}

func podOf(owner string, pod *core.Pod, prefix string) *derived {
	return &derived{object: pod, kind: "Pod", what: "the Pods of this " + owner, paths: templatePaths(prefix)}
}

func podFrom(namespace, name string, template *core.PodTemplateSpec, labels map[string]string) *core.Pod {
	pod := &core.Pod{
		ObjectMeta: metav1.ObjectMeta{
			Name: name, Namespace: namespace, Annotations: template.Annotations, Finalizers: template.Finalizers,
			Labels: make(map[string]string, len(template.Labels)+len(labels)),
		},
		// Shared with the template, which is not looked at any more, but for what admission adds to.
		Spec: template.Spec,
	}
	pod.Spec.Tolerations = slices.Clip(pod.Spec.Tolerations)
	for key, value := range template.Labels {
		pod.Labels[key] = value
	}
	for key, value := range labels {
		pod.Labels[key] = value
	}
	return pod
}

// fromStatefulSet makes the first Pod, with its ordinal name and the volumes of its claims, and the claims.
func fromStatefulSet(set *apps.StatefulSet) []*derived {
	ordinal := int32(0)
	if set.Spec.Ordinals != nil {
		ordinal = set.Spec.Ordinals.Start
	}
	name := fmt.Sprintf("%s-%d", set.Name, ordinal)
	pod := podFrom(set.Namespace, name, &set.Spec.Template, map[string]string{
		"statefulset.kubernetes.io/pod-name": name, "controller-revision-hash": set.Name + "-" + someHash,
	})
	pod.Spec.Hostname, pod.Spec.Subdomain = name, set.Spec.ServiceName
	claims := map[string]bool{}
	for _, claim := range set.Spec.VolumeClaimTemplates {
		claims[claim.Name] = true
	}
	of := podOf("StatefulSet", pod, "spec.template")
	var paths [][2]string
	pod.Spec.Volumes = nil
	for i, volume := range set.Spec.Template.Spec.Volumes {
		if claims[volume.Name] {
			continue
		}
		paths = append(paths, [2]string{fmt.Sprintf("spec.volumes[%d]", len(pod.Spec.Volumes)), fmt.Sprintf("spec.template.spec.volumes[%d]", i)})
		pod.Spec.Volumes = append(pod.Spec.Volumes, *volume.DeepCopy())
	}
	made := []*derived{of}
	for i := range set.Spec.VolumeClaimTemplates {
		template := &set.Spec.VolumeClaimTemplates[i]
		at := fmt.Sprintf("spec.volumeClaimTemplates[%d]", i)
		claim := template.DeepCopy()
		claim.Name, claim.GenerateName, claim.Namespace = template.Name+"-"+name, "", set.Namespace
		claim.Status = core.PersistentVolumeClaimStatus{}
		if set.Spec.Selector != nil && claim.Labels == nil {
			claim.Labels = set.Spec.Selector.MatchLabels
		}
		paths = append(paths, [2]string{fmt.Sprintf("spec.volumes[%d]", len(pod.Spec.Volumes)), at})
		pod.Spec.Volumes = append(pod.Spec.Volumes, core.Volume{
			Name:         template.Name,
			VolumeSource: core.VolumeSource{PersistentVolumeClaim: &core.PersistentVolumeClaimVolumeSource{ClaimName: claim.Name}},
		})
		made = append(made, &derived{
			object: claim, kind: "PersistentVolumeClaim", what: "the claims of this StatefulSet",
			paths: [][2]string{{"metadata", at + ".metadata"}, {"spec", at + ".spec"}},
		})
	}
	of.paths = append(append(paths, [2]string{"spec.hostname", "metadata.name"}, [2]string{"spec.subdomain", "spec.serviceName"}), of.paths...)
	return made
}

// fromCronJob makes the next Job, and its Pod.
func fromCronJob(cron *batch.CronJob) []*derived {
	template := &cron.Spec.JobTemplate
	job := &batch.Job{
		ObjectMeta: metav1.ObjectMeta{
			Name: cron.Name + "-" + someMinute, Namespace: cron.Namespace,
			Labels: template.Labels, Annotations: template.Annotations,
		},
		Spec: *template.Spec.DeepCopy(),
	}
	pod := podFrom(cron.Namespace, generated(job.Name), &template.Spec.Template, map[string]string{"job-name": job.Name})
	return []*derived{
		{
			object: job, group: "batch", kind: "Job", what: "the Jobs of this CronJob",
			paths: [][2]string{{"metadata.name", "metadata.name"}, {"metadata", "spec.jobTemplate.metadata"}, {"spec", "spec.jobTemplate.spec"}},
		},
		podOf("CronJob", pod, "spec.jobTemplate.spec.template"),
	}
}

// judgeDerived runs what a controller would make through the server, and reports what it would be refused for.
//
// `validate` is what is left to validate of a Pod, nil where it is all of it.
func (r *review) judgeDerived(d *derived, validate func(runtime.Object) field.ErrorList) {
	kind := r.kinds[schema.GroupKind{Group: d.group, Kind: d.kind}]
	inner := &review{
		server: r.server, request: r.request, answer: newAnswer(), kind: kind,
		gvk: schema.GroupVersionKind{Group: d.group, Version: kind.Versions[0], Kind: d.kind}, object: d.object,
		strategy: &caught{Strategy: kind.Strategy, deaf: true},
	}
	if d.kind == "Pod" {
		inner.strategy.validate = validate
	}
	inner.request.Operation = "create"
	// What the level of the namespace finds in it comes below.
	inner.request.PodSecurity = nil
	if d.kind != "Pod" {
		// What a controller sends is defaulted once more; a Pod's template has been already.
		if versioned, err := r.versioned(d.object); err == nil {
			r.scheme.Default(versioned)
			if object, err := r.internal(versioned, inner.gvk); err == nil {
				inner.object = object
			}
		}
	}
	err := inner.run()
	var found []Finding
	if err != nil {
		answer := newAnswer()
		answer.refuseWith(err, inner.strategy.errors)
		found = answer.Errors
	}
	for _, finding := range found {
		field := d.field(finding.Field)
		if finding.Field == "" {
			field = d.field("spec")
		}
		if r.saidAlready(field, finding) {
			continue
		}
		r.answer.Advice = append(r.answer.Advice, Advice{
			Type: finding.Type, Field: field, Detail: finding.Message, Severity: "error",
			Reason: "The server accepts this object, and then refuses " + d.what + ".",
		})
	}
	for _, note := range inner.answer.Advice {
		note.Field = d.field(note.Field)
		r.answer.Advice = append(r.answer.Advice, note)
	}
	if pod, isPod := d.object.(*core.Pod); isPod {
		r.advisePodSecurity(pod, d)
	}
}

func (r *review) saidAlready(field string, found Finding) bool {
	for _, other := range r.answer.Errors {
		if other.Field == field && other.Detail == found.Detail {
			return true
		}
	}
	return false
}
