import { useText } from '../i18n/index.tsx';
import type { Light } from './lights.ts';

const LOOKS: Record<Light, { box: string; icon: string; shape: string }> = {
  fine: {
    box: 'border-success-2 bg-green-50 text-green-900',
    icon: 'text-success-2',
    shape: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z',
  },
  soon: {
    box: 'border-warning-yellow-2 bg-yellow-50 text-yellow-1200',
    icon: 'text-warning-yellow-1',
    shape: 'M8 1 15 8 8 15 1 8Z',
  },
  hurry: {
    box: 'border-warning-orange-2 bg-orange-50 text-orange-1000',
    icon: 'text-warning-orange-2',
    shape: 'M8 1 15.5 14.5H.5Z',
  },
  late: { box: 'border-error-2 bg-red-50 text-red-1000', icon: 'text-error-1', shape: 'M1 1h14v14H1Z' },
  missed: { box: 'border-error-2 bg-error-2 text-white', icon: 'text-white', shape: 'M1 1h14v14H1Z' },
};

/** Its colour, its shape and its word say the same. */
export function LightBadge({ light }: { light: Light }) {
  const t = useText();
  const { box, icon, shape } = LOOKS[light];
  return (
    <span
      data-light={light}
      className={`inline-flex items-center gap-1.5 rounded-8 border-2 px-2 py-1 text-dns-14B-130 whitespace-nowrap ${box}`}
    >
      <svg aria-hidden="true" viewBox="0 0 16 16" className={`size-3.5 shrink-0 fill-current ${icon}`}>
        <path d={shape} />
      </svg>
      {t.light[light]}
    </span>
  );
}
