namespace OrderToCash.Receivables;

/// <summary>Which columns of a provider's file hold what, as data.</summary>
public sealed record PayoutCsvMapping
{
    /// <summary>The character between the columns.</summary>
    public required string Delimiter { get; init; }

    /// <summary>The column of the row's reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The column of the kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What stands in that column for each kind.</summary>
    public required EquatableArray<PayoutKindName> Kinds { get; init; }

    /// <summary>The column of our reference.</summary>
    public required string Payment { get; init; }

    /// <summary>The column of the currency of the payment.</summary>
    public required string Currency { get; init; }

    /// <summary>The column of the gross.</summary>
    public required string Gross { get; init; }

    /// <summary>The column of the gross converted; empty when the file has none.</summary>
    public string Converted { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the fee.</summary>
    public required string Fee { get; init; }

    /// <summary>The column of the net.</summary>
    public required string Net { get; init; }

    /// <summary>A comma-separated file with the columns of the neutral row.</summary>
    public static PayoutCsvMapping Neutral { get; } = new()
    {
        Delimiter = ",", Reference = "reference", Kind = "kind", Payment = "payment", Currency = "currency", Gross = "gross",
        Converted = "converted", Fee = "fee", Net = "net",
        Kinds =
        [
            Name("charge", PayoutRowKind.Charge), Name("refund", PayoutRowKind.Refund),
            Name("chargeback", PayoutRowKind.Chargeback), Name("chargeback-reversal", PayoutRowKind.ChargebackReversal),
            Name("fee", PayoutRowKind.Fee), Name("reserve-held", PayoutRowKind.ReserveHeld),
            Name("reserve-released", PayoutRowKind.ReserveReleased), Name("adjustment", PayoutRowKind.Adjustment),
            Name("refund-reversal", PayoutRowKind.RefundReversal),
        ],
    };

    private static PayoutKindName Name(string text, PayoutRowKind kind) => new() { Text = text, Kind = kind };
}
