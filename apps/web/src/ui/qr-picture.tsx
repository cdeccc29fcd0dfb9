import { useQuery } from '@tanstack/react-query';
import qrcode from 'qrcode';

/** A code for the camera of a telephone. It is drawn here: what it says is sent nowhere. */
export function QrPicture({ text, label, size = 200 }: { text: string; label: string; size?: number }) {
  const { data: svg } = useQuery({
    queryKey: ['qr', text],
    queryFn: () => qrcode.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    gcTime: 0,
  });
  return svg === undefined ? (
    <div style={{ width: size, height: size }} />
  ) : (
    <img
      src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`}
      alt={label}
      width={size}
      height={size}
      className="border border-solid-gray-420 bg-white"
    />
  );
}
