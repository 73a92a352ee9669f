/** The most tasks that a service may have (Amazon ECS service quotas, "Tasks per service"). */
const MOST = 5000;

/**
 * A desired count as people write it, `6`, `+2`, `-1` or `x2`, worked out from the present one; or the sentence that says
 * why it is none.
 */
export function countFrom(wish: string, current: number): number | string {
	const { sign = '', digits = '' } = /^(?<sign>[-+x×*]?)\s*(?<digits>\d+)$/u.exec(wish.trim())?.groups ?? {};
	if (digits === '') return `"${wish}" is not a number of tasks: write 6, +2, -1 or x2.`;
	const count = resolve(sign, Number(digits), current);
	if (count < 0) return `${current} ${sign} ${digits} would be less than 0.`;
	if (count > MOST) return `A service can have ${MOST} tasks at most; ${count} are asked for.`;
	return count;
}

function resolve(sign: string, number: number, current: number): number {
	if (sign === '+') return current + number;
	if (sign === '-') return current - number;
	return sign === '' ? number : current * number;
}
