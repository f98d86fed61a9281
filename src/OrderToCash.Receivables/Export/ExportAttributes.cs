namespace OrderToCash.Receivables;

/// <summary>What the host knows about a line beside what it says.</summary>
public sealed record ExportAttributes
{
    /// <summary>The group of the customer; empty when there is none.</summary>
    public string CustomerGroup { get; init => field = value ?? ""; } = "";

    /// <summary>The host's tax code; empty when there is none.</summary>
    public string TaxCode { get; init => field = value ?? ""; } = "";
}
