namespace OrderToCash.Banking;

/// <summary>
/// How much of a bank file is read before it is refused (<see cref="BankFileErrors.TooLarge"/>). They bound the memory a hostile
/// file can take: about what one statement of <see cref="Entries"/> entries needs, plus two bytes for each of
/// <see cref="Characters"/> in the worst case.
/// </summary>
public sealed record BankFileLimits
{
    /// <summary>
    /// 100 million characters, 64 levels, 500,000 entries a statement, 1 million elements an entry, 10,000 characters a field.
    /// </summary>
    public static BankFileLimits Default { get; } = new();

    /// <summary>Characters of the whole file.</summary>
    public long Characters { get; init; } = 100_000_000;

    /// <summary>Levels of nested elements.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Entries of one statement, details of batches counted singly.</summary>
    public int Entries { get; init; } = 500_000;

    /// <summary>XML elements of one entry.</summary>
    public int ElementsOfEntry { get; init; } = 1_000_000;

    /// <summary>Characters of one text; the rest of a longer one is left away.</summary>
    public int CharactersOfField { get; init; } = 10_000;

    /// <summary>Findings of one statement; more are counted in no list.</summary>
    public int Findings { get; init; } = 1_000;
}
