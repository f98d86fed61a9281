namespace OrderToCash.Tax;

/// <summary>
/// Records a credit for a recorded document, in whole or in part, at the rates of its tax point and not of today.
/// </summary>
public sealed record TaxReversal
{
    /// <summary>The same key with the same content is recorded once.</summary>
    public required CommandId Key { get; init; }

    /// <summary>The document that is credited.</summary>
    public required TaxDocumentRef Original { get; init; }

    /// <summary>The credit note with its lines: nets below zero, the tax point of the original.</summary>
    public required TaxEngineRequest Request { get; init; }
}
