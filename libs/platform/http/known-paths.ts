import type { RouteOptions } from 'fastify';

/** The methods of every path that has a route, to tell a wrong method from a wrong address. */
export class KnownPaths {
  private readonly routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];

  add({ url, method }: Pick<RouteOptions, 'url' | 'method'>): void {
    this.routes.push({ pattern: patternOf(url), methods: [method].flat() });
  }

  /** None for a path that nothing answers. */
  methodsOf(address: string): string[] {
    const [path = ''] = address.split('?');
    return [
      ...new Set(this.routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods)),
    ].toSorted();
  }
}

const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/:\w+/g, '[^/]+')
      .replaceAll('*', '.*')}$`,
  );
