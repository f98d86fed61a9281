using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Money distributed by the administrator.</summary>
public sealed record InsolvencyDividend
{
    /// <summary>Its number: of the bank or the distribution. The same number is one dividend.</summary>
    public required string Number { get; init; }

    /// <summary>The day it came.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What came, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>
    /// The payment it is in the books; none where that is not known. Beside the case nobody takes it back while it counts.
    /// </summary>
    public OpenItemId Payment { get; init; }

    /// <summary>How it was spread over the items.</summary>
    public required EquatableArray<DividendPart> Parts { get; init; }

    /// <summary>The day it was taken back; null while it counts.</summary>
    public LocalDate? ReversedOn { get; init; }

    /// <summary>Why it was taken back; empty else.</summary>
    public string ReversalReason { get; init => field = value ?? ""; } = "";

    /// <summary>True while nobody has taken it back.</summary>
    [JsonIgnore]
    public bool IsLive => ReversedOn is null;
}
