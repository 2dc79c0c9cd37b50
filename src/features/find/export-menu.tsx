import { fetchFile } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { exportArrow, exportCsv, exportGeoJson, exportXlsx } from '#contract/endpoints.ts';
import { formatQuery } from '#domain/query/codec.ts';
import { emptyQuery } from '#domain/query/query.ts';
import { useLanguage } from '#format/locale.tsx';
import { MenuButton } from '#ui/popover.tsx';
import { saveFile } from '#ui/save-file.ts';
import { useFind } from './use-find.ts';

type ExportEndpoint = typeof exportCsv | typeof exportXlsx | typeof exportGeoJson | typeof exportArrow;

/** Exactly what passes the filter, as a file. */
export function ExportMenu() {
  const { api } = useClient();
  const { finder, status } = useFind();
  const { locale, messages } = useLanguage();
  const { find } = messages;
  const run = async (endpoint: ExportEndpoint) => {
    const query = formatQuery({ ...finder.query(), page: 1, limit: emptyQuery.limit, view: emptyQuery.view });
    try {
      const file = await fetchFile(api, {
        endpoint,
        params: {},
        query: [query, `lang=${locale}`].filter(Boolean).join('&'),
      });
      saveFile(file);
      status.add(find.exported(file.name));
    } catch {
      status.add(find.exportFailed, { tone: 'error' });
    }
  };
  return (
    <MenuButton
      trigger={find.export}
      label={find.exportAs}
      size="small"
      variant="plain"
      placement="bottom end"
      actions={[
        { id: 'csv', text: find.exportCsv, onAction: () => run(exportCsv) },
        { id: 'xlsx', text: find.exportXlsx, onAction: () => run(exportXlsx) },
        { id: 'geojson', text: find.exportGeoJson, onAction: () => run(exportGeoJson) },
        { id: 'arrow', text: find.exportArrow, onAction: () => run(exportArrow) },
      ]}
    />
  );
}
