namespace OrderToCash.Invoicing;

/// <summary>
/// A field of a tax return, as data of the host's: which entries it takes and which amount. An empty selection takes all.
/// </summary>
public sealed record TaxBox
{
    /// <summary>The code on the form: <c>81</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called; for people.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Base or tax.</summary>
    public required TaxBoxAmount Amount { get; init; }

    /// <summary>The categories it takes.</summary>
    public EquatableArray<TaxCategory> Categories { get; init; }

    /// <summary>The rates it takes.</summary>
    public EquatableArray<Percentage> Rates { get; init; }

    /// <summary>The ways of reporting it takes.</summary>
    public EquatableArray<ReportedSupply> Supplies { get; init; }

    /// <summary>The countries it takes.</summary>
    public EquatableArray<CountryCode> Countries { get; init; }

    /// <summary>The kinds of documents it takes.</summary>
    public EquatableArray<TaxEntryKind> Kinds { get; init; }

    /// <summary>True when the entry goes into it.</summary>
    public bool Takes(TaxJournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Selects(Categories, entry.Category)
            && Selects(Rates, entry.Rate)
            && Selects(Supplies, entry.Supply)
            && Selects(Countries, entry.Country)
            && Selects(Kinds, entry.Kind);
    }

    private static bool Selects<T>(EquatableArray<T> wanted, T value) =>
        wanted.IsEmpty || wanted.FindIndex(w => EqualityComparer<T>.Default.Equals(w, value)) >= 0;
}
