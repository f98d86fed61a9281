namespace OrderToCash.Receivables;

/// <summary>
/// What goes over the wire, before anybody sends it: a question (GET, the fields in the query) or a deed (POST, the fields as a
/// form, and a key that makes the same deed happen once).
/// </summary>
public sealed record GatewayCall
{
    /// <summary>The path under the provider's address, escaped, without a leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>The fields, in the order they are written.</summary>
    public EquatableArray<GatewayField> Fields { get; init; }

    /// <summary>The provider's idempotency key; empty for a question.</summary>
    public string IdempotencyKey { get; init => field = value ?? ""; } = "";

    /// <summary>True for a question: it changes nothing and may be asked as often as one likes.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsQuestion => IdempotencyKey.Length == 0;

    /// <summary>The fields as a form or query: names and values escaped, joined by <c>&amp;</c>.</summary>
    public string Form() =>
        string.Join('&', Fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"));
}
