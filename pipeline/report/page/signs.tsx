import type { ComponentChildren, JSX } from 'preact';

/** The signs of the statuses, drawn around 0,0 in a box of 16: each has a shape of its own, so that colour only helps. */
const SHAPES: Readonly<Record<string, ComponentChildren>> = {
  open: <circle r="6" class="full" />,
  limited: (
    <>
      <circle r="5.5" class="edge" />
      <path d="M0,-5.5 A5.5,5.5 0 0 0 0,5.5 Z" class="full" />
    </>
  ),
  trial: <path d="M0,-6 L6,5 L-6,5 Z" class="edge" />,
  closed: <path d="M-5,-5 L5,5 M5,-5 L-5,5" class="stroke" />,
  pending: (
    <>
      <circle cx="-5" r="1.8" class="full" />
      <circle r="1.8" class="full" />
      <circle cx="5" r="1.8" class="full" />
    </>
  ),
  planned: <path d="M0,-6 L6,0 L0,6 L-6,0 Z" class="edge" />,
  required: <path d="M0,-6.5 V2.5 M0,5 V6.5" class="stroke" />,
  published: <path d="M-4.5,-6 H4.5 V6 H-4.5 Z M-2,-2 H2 M-2,1.5 H2" class="edge" />,
  launched: <path d="M0,6 V-5 M-4.5,-1 L0,-6 L4.5,-1" class="stroke" />,
  pledged: <path d="M-6,-5 H6 V3 H0 L-3,6 V3 H-6 Z" class="edge" />,
  unknown: (
    <text class="question" text-anchor="middle" y="4.5">
      ?
    </text>
  ),
};

interface SignProps {
  readonly status: string;
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  readonly faded?: boolean;
  readonly hearsay?: boolean;
}

/** One sign inside an SVG. Faded: an old word. Dashed ring: hearsay. */
export function Sign({ status, x, y, scale = 1, faded = false, hearsay = false }: SignProps): JSX.Element {
  return (
    <g class={`sign ${status}${faded ? ' old' : ''}`} transform={`translate(${x} ${y}) scale(${scale})`}>
      {hearsay && <circle r="9" class="ring" />}
      {SHAPES[status] ?? null}
    </g>
  );
}

/** One sign in running text. */
export function InlineSign({ status }: { readonly status: string }): JSX.Element {
  return (
    <svg class="inline-sign" viewBox="-9 -9 18 18" width="16" height="16" aria-hidden="true">
      <Sign status={status} x={0} y={0} />
    </svg>
  );
}
