using System.Text.Json.Serialization;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Agrees on a rebate with a customer.</summary>
public sealed record AgreeRebate : Command
{
    /// <summary>What is agreed.</summary>
    public required RebateTerms Terms { get; init; }

    /// <summary>The day of the agreement.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Counts a posted invoice, or counts it anew after a credit note.</summary>
public sealed record CountRebate : Command
{
    /// <summary>The agreement.</summary>
    public required RebateAgreementId Agreement { get; init; }

    /// <summary>The invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The business date of the accrual.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Changes what the period is expected to come to.</summary>
public sealed record ReforecastRebate : Command
{
    /// <summary>The agreement.</summary>
    public required RebateAgreementId Agreement { get; init; }

    /// <summary>What is expected: turnover or quantity.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public required decimal Expected { get; init; }

    /// <summary>The business date of the accrual.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Credits what was earned.</summary>
public sealed record SettleRebate : Command
{
    /// <summary>The agreement.</summary>
    public required RebateAgreementId Agreement { get; init; }

    /// <summary>The number of the credit note.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Its date.</summary>
    public required LocalDate On { get; init; }
}
