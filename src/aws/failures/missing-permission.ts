/**
 * The IAM action that AWS says is missing: "… is not authorized to perform: ecs:ListServices on resource: …".
 * Not always the operation's own: a call may need a second permission.
 */
export function missingPermission(message: string): string | undefined {
	return /not authorized to perform:? "?([a-z][\w-]*:\w+)/i.exec(message)?.[1];
}
