namespace OrderToCash.Tax;

/// <summary>Records a posted document with the engine.</summary>
public sealed record TaxCommit
{
    /// <summary>The same key with the same content is recorded once.</summary>
    public required CommandId Key { get; init; }

    /// <summary>The document with its lines.</summary>
    public required TaxEngineRequest Request { get; init; }

    /// <summary>The number it was posted under.</summary>
    public required string Number { get; init; }

    /// <summary>The tax of the posted document: an engine that would record another amount refuses.</summary>
    public required Money Tax { get; init; }
}
