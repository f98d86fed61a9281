namespace OrderToCash;

/// <summary>The imports of opening balances into the books of a legal entity, in the order they were made.</summary>
public sealed record OpeningLog
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The imports.</summary>
    public EquatableArray<OpeningImported> Imports { get; init; }

    /// <summary>The log after the first import.</summary>
    public static OpeningLog From(OpeningImported first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new() { LegalEntity = first.LegalEntity, Imports = [first] };
    }

    /// <summary>The log after another import.</summary>
    /// <exception cref="ArgumentException">The import is another legal entity's.</exception>
    public OpeningLog Apply(OpeningImported imported)
    {
        ArgumentNullException.ThrowIfNull(imported);
        return imported.LegalEntity == LegalEntity
            ? this with { Imports = Imports.Add(imported) }
            : throw new ArgumentException($"The import is {imported.LegalEntity}'s, not {LegalEntity}'s.", nameof(imported));
    }

    /// <summary>The import of a command; null when there is none.</summary>
    public OpeningImported? Of(CommandId command)
    {
        foreach (var imported in Imports)
            if (imported.Command == command) return imported;
        return null;
    }
}
