using OrderToCash.Invoicing;

namespace OrderToCash;

/// <summary>Records that an invoice went out.</summary>
public sealed record SendInvoice : Command
{
    /// <summary>Which invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>How.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Where to.</summary>
    public string Endpoint { get; init => field = value ?? ""; } = "";
}

/// <summary>
/// Hands an invoice to the next channel: the preferred way first, the same again after a while, the next way when it is used up.
/// </summary>
public sealed record QueueInvoice : Command
{
    /// <summary>Which invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>
    /// The ways, the preferred one first; empty for those known, and at first for the buyer's own channel and a letter after it.
    /// </summary>
    public EquatableArray<DeliveryRoute> Routes { get; init; }
}

/// <summary>Records what a channel reports on an attempt: sent, delivered, failed, bounced.</summary>
public sealed record ReportDelivery : Command
{
    /// <summary>Which invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>How far it is.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>Why it failed or bounced; empty when it did not.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>True when trying the same way again is useless.</summary>
    public bool IsPermanent { get; init; }
}

/// <summary>Records that the receiver has an invoice, however that is known.</summary>
public sealed record AcknowledgeReceipt : Command
{
    /// <summary>Which invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The day it came.</summary>
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>How that is known: a call, a look in the portal.</summary>
    public required string How { get; init; }
}
