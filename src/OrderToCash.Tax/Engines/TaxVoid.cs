namespace OrderToCash.Tax;

/// <summary>Takes back a recorded document as if it had never been: posting failed after the engine had recorded it.</summary>
public sealed record TaxVoid
{
    /// <summary>The same key is done once.</summary>
    public required CommandId Key { get; init; }

    /// <summary>The document.</summary>
    public required TaxDocumentRef Document { get; init; }
}
