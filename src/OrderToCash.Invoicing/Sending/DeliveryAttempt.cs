using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>One attempt to deliver a document: a line of its log.</summary>
public sealed record DeliveryAttempt
{
    /// <summary>From 1, in the order they were made.</summary>
    public required int Number { get; init; }

    /// <summary>The way it took.</summary>
    public required DeliveryRoute Route { get; init; }

    /// <summary>How far it is.</summary>
    public required DeliveryStatus Status { get; init; }

    /// <summary>When it was queued.</summary>
    public required Instant QueuedAt { get; init; }

    /// <summary>When it came to where it is.</summary>
    public required Instant At { get; init; }

    /// <summary>When it went out; null before.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>Why it failed or bounced; empty while it did not.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// True when trying the same way again is useless: an unknown mailbox, a participant that is not registered.
    /// </summary>
    public bool IsPermanent { get; init; }

    /// <summary>True when it is lost.</summary>
    [JsonIgnore]
    public bool IsLost => Status is DeliveryStatus.Failed or DeliveryStatus.Bounced;
}
