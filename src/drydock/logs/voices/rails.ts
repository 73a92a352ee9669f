import { causeOf, failed, shopRequest } from '../shop-request.ts';
import type { Voice } from '../voice.ts';

const CYAN = '\u001B[1m\u001B[36m';
const BLUE = '\u001B[1m\u001B[34m';
const PLAIN = '\u001B[0m';

/** Rails with its development colours left on, several lines for one request. */
export const rails: Voice = {
	opening: ({ stream }) => [
		'=> Booting Puma',
		'=> Rails 8.1.1 application starting in production',
		'* Puma version: 7.1.0 ("Neon Witch")',
		`* Listening on http://0.0.0.0:${stream.port}`,
	],
	speak(moment) {
		const request = shopRequest(moment);
		const { method, path, status, durationMs, clientIp, customer } = request;
		const id = `[${moment.dice.hex(8)}-${moment.dice.hex(4)}]`;
		const started = `${id} Started ${method} "${path}" for ${clientIp} at ${new Date(moment.at).toISOString()}`;
		if (failed(request)) {
			return [
				started,
				`${id} Completed ${status} in ${durationMs}ms`,
				`${id} ActiveRecord::ConnectionTimeoutError (${causeOf(moment, request)}):`,
				`${id} app/controllers/application_controller.rb:${moment.dice.between(8, 80)}:in 'block in <class:ApplicationController>'`,
			];
		}
		return [
			started,
			`${id}   ${CYAN}Order Load (${(durationMs / 9).toFixed(1)}ms)${PLAIN}  ${BLUE}SELECT "orders".* FROM "orders" WHERE "customer" = $1${PLAIN}  [["customer", "${customer}"]]`,
			`${id} Completed ${status} in ${durationMs}ms (Views: 0.4ms | ActiveRecord: ${(durationMs / 9).toFixed(1)}ms)`,
		];
	},
	closing: (_, ending) =>
		ending === 'terminated'
			? ['- Gracefully stopping, waiting for requests to finish', '- Goodbye!']
			: [
					'bundler: failed to load command: puma (/usr/local/bundle/bin/puma)',
					"ArgumentError: Missing `secret_key_base` for 'production' environment",
				],
};
