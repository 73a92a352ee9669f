// What drydock answers of Auto Scaling.
export {
	DescribeAutoScalingGroups$,
	DescribeAutoScalingInstances$,
	DescribeScalingActivities$,
	SetDesiredCapacity$,
	TerminateInstanceInAutoScalingGroup$,
	UpdateAutoScalingGroup$,
} from '@aws-sdk/client-auto-scaling';
