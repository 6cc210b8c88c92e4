export interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Packages of others that are part of the site, each with its licence. */
export function LicenceList({ thirdParties }: { readonly thirdParties: readonly ThirdParty[] }) {
  return (
    <ul className="licences">
      {thirdParties.map(({ name, version, licence }) => (
        <li key={`${name} ${version}`}>
          {name} {version} <span>{licence}</span>
        </li>
      ))}
    </ul>
  );
}
