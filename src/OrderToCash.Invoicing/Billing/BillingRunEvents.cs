using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What happens to a billing run.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(BillingProposed), "billing.proposed")]
[JsonDerivedType(typeof(BillingApproved), "billing.approved")]
[JsonDerivedType(typeof(BillingRejected), "billing.rejected")]
[JsonDerivedType(typeof(PlannedInvoiceBilled), "billing.document-billed")]
[JsonDerivedType(typeof(PlannedInvoiceSkipped), "billing.document-skipped")]
public abstract record BillingRunEvent
{
    /// <summary>The run it happened to.</summary>
    public required BillingRunId Run { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>A plan was put up for approval.</summary>
public sealed record BillingProposed : BillingRunEvent
{
    /// <summary>The plan.</summary>
    public required BillingPlan Plan { get; init; }
}

/// <summary>The plan may be executed.</summary>
public sealed record BillingApproved : BillingRunEvent;

/// <summary>The plan is not wanted.</summary>
public sealed record BillingRejected : BillingRunEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>A document of the plan became an invoice.</summary>
public sealed record PlannedInvoiceBilled : BillingRunEvent
{
    /// <summary>The planned document.</summary>
    public required ContentHash Document { get; init; }

    /// <summary>The invoice.</summary>
    public required InvoiceId Invoice { get; init; }
}

/// <summary>A document of the plan is not made.</summary>
public sealed record PlannedInvoiceSkipped : BillingRunEvent
{
    /// <summary>The planned document.</summary>
    public required ContentHash Document { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
