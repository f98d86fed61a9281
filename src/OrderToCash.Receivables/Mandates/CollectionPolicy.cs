namespace OrderToCash.Receivables;

/// <summary>How a legal entity collects by direct debit, as data.</summary>
public sealed record CollectionPolicy
{
    /// <summary>
    /// Calendar days between telling the debtor and debiting him; 14 unless less was agreed (EPC016-06, pre-notification).
    /// </summary>
    public required int PreNotificationDays { get; init; }

    /// <summary>
    /// Interbank business days between the order and the debit: one for all schemes and sequences since November 2016.
    /// </summary>
    public required int LeadDays { get; init; }

    /// <summary>True to send the first of a row as FRST; else it is sent as RCUR, as the rulebooks allow since 2016.</summary>
    public bool MarksFirst { get; init; }

    /// <summary>After how many months without a collection presented a mandate lapses; 36 by the rulebooks.</summary>
    public required int LapseMonths { get; init; }

    /// <summary>How often the same claim may be tried again after a return that allows it; 0 for never.</summary>
    public int Retries { get; init; }

    /// <summary>Business days from the return to the next try.</summary>
    public int RetryAfterDays { get; init; }

    /// <summary>How many returns in a row stop a mandate, whatever their reasons; 0 for no number.</summary>
    public int SuspendAfterReturns { get; init; }

    /// <summary>What a customer pays for a return; null for nothing.</summary>
    public ReturnFee? Fee { get; init; }

    /// <summary>
    /// 14 days of notice, one business day before, one more try after five business days, stopped after two returns in a row.
    /// </summary>
    public static CollectionPolicy Standard { get; } = new()
    {
        PreNotificationDays = 14, LeadDays = 1, LapseMonths = 36, Retries = 1, RetryAfterDays = 5, SuspendAfterReturns = 2,
    };
}
