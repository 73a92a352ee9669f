import { failed, shopRequest } from '../shop-request.ts';
import type { Moment, Voice } from '../voice.ts';

/** nginx's combined access log, and its error log for what the upstream did. */
export const nginx: Voice = {
	opening: (moment) => [
		'/docker-entrypoint.sh: Configuration complete; ready for start up',
		`${errorTime(moment.at)} [notice] 1#1: nginx/1.29.3`,
		`${errorTime(moment.at)} [notice] 1#1: start worker processes`,
	],
	speak(moment) {
		const request = shopRequest(moment);
		const { clientIp, method, path, status, bytes, userAgent, durationMs } = request;
		const seconds = (durationMs / 1000).toFixed(3);
		const access = `${clientIp} - - [${accessTime(moment.at)}] "${method} ${path} HTTP/1.1" ${status} ${bytes} "-" "${userAgent}" ${seconds}`;
		if (!failed(request)) return [access];
		const why =
			status === 504 ? 'upstream timed out (110: Connection timed out)' : 'connect() failed (111: Connection refused)';
		const doing = status === 504 ? 'reading response header from upstream' : 'connecting to upstream';
		return [
			`${errorTime(moment.at)} [error] 31#31: *${moment.dice.between(1, 90_000)} ${why} while ${doing}, client: ${clientIp}, request: "${method} ${path} HTTP/1.1", upstream: "http://127.0.0.1:${moment.stream.port}${path}"`,
			access,
		];
	},
	closing: ({ at }, ending) =>
		ending === 'terminated'
			? [`${errorTime(at)} [notice] 1#1: signal 15 (SIGTERM) received, exiting`, `${errorTime(at)} [notice] 1#1: exit`]
			: [
					`${errorTime(at)} [emerg] 1#1: host not found in upstream "catalog.shop.internal" in /etc/nginx/nginx.conf:38`,
				],
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function accessTime(at: Moment['at']): string {
	const [date = '', time = ''] = new Date(at).toISOString().split('T');
	const [year, month, day] = date.split('-');
	return `${day}/${MONTHS[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}

function errorTime(at: Moment['at']): string {
	return new Date(at).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}
