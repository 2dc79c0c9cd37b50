/** A parameter of a path, a query or a header, as OpenAPI describes it. */
export interface ParameterObject {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required?: boolean;
  readonly description: string;
  readonly style?: 'form';
  readonly explode?: false;
  readonly schema: object;
  readonly example?: string | number | readonly string[];
}
