namespace OrderToCash.Tax;

/// <summary>An engine's answer as it came; <see cref="TaxAnswers.Verify"/> says whether it can be believed.</summary>
public sealed record TaxAnswer
{
    /// <summary>The document it is about.</summary>
    public required TaxDocumentRef Document { get; init; }

    /// <summary>The engine's own number of the transaction; empty for a quote.</summary>
    public string Transaction { get; init => field = value ?? ""; } = "";

    /// <summary>Who answered.</summary>
    public required string Engine { get; init; }

    /// <summary>The currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The sum of the line nets.</summary>
    public required Money Net { get; init; }

    /// <summary>The sum of the line taxes.</summary>
    public required Money Tax { get; init; }

    /// <summary>The lines.</summary>
    public EquatableArray<TaxAnswerLine> Lines { get; init; }
}
