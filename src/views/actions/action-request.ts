/** What a key asks for: which action, on what beyond the service. */
export type ActionRequest =
	| {
			readonly verb:
				| 'scale'
				| 'target'
				| 'deploy'
				| 'rollback'
				| 'force'
				| 'enable-exec'
				| 'run-task'
				| 'continue-deployment';
	  }
	/** ARNs. */
	| { readonly verb: 'stop-task'; readonly tasks: readonly string[] };

/** `Scale checkout`: what its dialog is called from the first moment on. */
export function titleOf(request: ActionRequest, serviceName: string): string {
	switch (request.verb) {
		case 'scale':
			return `Scale ${serviceName}`;
		case 'target':
			return `Autoscaling of ${serviceName}`;
		case 'deploy':
			return `Deploy ${serviceName}`;
		case 'rollback':
			return `Roll back ${serviceName}`;
		case 'force':
			return `Start ${serviceName} anew`;
		case 'enable-exec':
			return `ECS Exec of ${serviceName}`;
		case 'run-task':
			return `Run a task of ${serviceName}`;
		case 'continue-deployment':
			return `Paused deployment of ${serviceName}`;
		case 'stop-task': {
			const { length } = request.tasks;
			return `Stop ${length === 1 ? 'a task' : `${length} tasks`} of ${serviceName}`;
		}
	}
}
