using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What happens to the sending of a document.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(SendingStarted), "sending.started")]
[JsonDerivedType(typeof(SendingRoutesChanged), "sending.routes-changed")]
[JsonDerivedType(typeof(DeliveryQueued), "sending.queued")]
[JsonDerivedType(typeof(DeliveryReported), "sending.reported")]
[JsonDerivedType(typeof(ReceiptAcknowledged), "sending.acknowledged")]
[JsonDerivedType(typeof(SendingStopped), "sending.stopped")]
public abstract record InvoiceSendingEvent
{
    /// <summary>The document.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>A document is to be sent.</summary>
public sealed record SendingStarted : InvoiceSendingEvent
{
    /// <summary>The ways, the preferred one first.</summary>
    public required EquatableArray<DeliveryRoute> Routes { get; init; }
}

/// <summary>The ways changed; attempts begin anew.</summary>
public sealed record SendingRoutesChanged : InvoiceSendingEvent
{
    /// <summary>The ways, the preferred one first.</summary>
    public required EquatableArray<DeliveryRoute> Routes { get; init; }
}

/// <summary>An attempt was handed to its channel.</summary>
public sealed record DeliveryQueued : InvoiceSendingEvent
{
    /// <summary>The attempt, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The way it takes.</summary>
    public required DeliveryRoute Route { get; init; }
}

/// <summary>A channel reported on an attempt.</summary>
public sealed record DeliveryReported : InvoiceSendingEvent
{
    /// <summary>The attempt.</summary>
    public required int Number { get; init; }

    /// <summary>How far it is.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>Why it failed or bounced; empty when it did not.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>True when trying the same way again is useless.</summary>
    public bool IsPermanent { get; init; }
}

/// <summary>The receiver said, by whatever way, that the document is there.</summary>
public sealed record ReceiptAcknowledged : InvoiceSendingEvent
{
    /// <summary>The day it was received.</summary>
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>How that is known: a call, a look in the portal.</summary>
    public required string How { get; init; }
}

/// <summary>Nothing is sent any more.</summary>
public sealed record SendingStopped : InvoiceSendingEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
