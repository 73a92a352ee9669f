/** Which pane or full screen: the key of what the person did in it. */
export type PaneId =
	| 'services'
	| 'tasks'
	| 'logs'
	| 'events'
	| 'deployments'
	| 'service'
	| 'task'
	| 'task-definition'
	| 'metrics'
	| 'autoscaling'
	| 'clusters'
	| 'regions'
	| 'profiles'
	| 'contexts'
	| 'changes'
	| 'change'
	| 'help';
