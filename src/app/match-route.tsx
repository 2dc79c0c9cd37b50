/** 匹配 at its path, with what it needs of the shell; not part of the first load. */
import { Link, useLocation, useSearch } from 'wouter';
import { MatchPage } from '#features/match/match-page.tsx';

export function Match() {
  useSearch();
  const [, go] = useLocation();
  return (
    <MatchPage
      searchText={window.location.search.slice(1)}
      navigate={(text) => go(text === '' ? '/match' : `/match?${text}`)}
      link={(to, content) => <Link href={to}>{content}</Link>}
    />
  );
}
