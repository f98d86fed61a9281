using System.Text.Json.Serialization;

namespace OrderToCash;

/// <summary>How an invoice is corrected.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CorrectionKind>))]
public enum CorrectionKind
{
    /// <summary>A debit note (383) over what was billed too little.</summary>
    DebitNote,

    /// <summary>A corrective invoice (384) over the difference; below zero in sum it is a credit note instead.</summary>
    Difference,

    /// <summary>A credit note over all of it, and a corrective invoice (384) in its place.</summary>
    Replacement,
}
