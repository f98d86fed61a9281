namespace OrderToCash.Receivables;

/// <summary>
/// The reasons banks give for rejects, returns, refusals and refunds of SEPA direct debits. Codes: EPC173-14 (guidance on reason
/// codes for SDD R-transactions); the consequences are ours, hosts may give their own table.
/// </summary>
public static class ReturnReasons
{
    /// <summary>All that are known, ordered by code.</summary>
    public static EquatableArray<ReturnReason> Known { get; } =
    [
        Of("AC01", "the account number is wrong", MandateConsequence.Suspend, true) with { EndsAccount = true },
        Of("AC04", "the account is closed", MandateConsequence.Suspend, true) with { EndsAccount = true },
        Of("AC06", "the account is blocked", MandateConsequence.Suspend, true),
        Of("AC13", "the account is a consumer's, the scheme for businesses", MandateConsequence.Revoke),
        Of("AG01", "direct debits are not allowed on the account", MandateConsequence.Suspend, true),
        Of("AG02", "the sequence type is wrong", MandateConsequence.None),
        Of("AM04", "the account had not enough money", MandateConsequence.Retry, true),
        Of("AM05", "it was collected twice", MandateConsequence.None),
        Of("BE05", "the creditor identifier is not known", MandateConsequence.None),
        Of("CNOR", "our bank is not registered for the scheme", MandateConsequence.None),
        Of("DNOR", "the debtor's bank is not registered for the scheme", MandateConsequence.Suspend),
        Of("ED05", "settlement failed", MandateConsequence.Retry),
        Of("FF01", "the file format is wrong", MandateConsequence.None),
        Of("FF05", "the scheme named is wrong", MandateConsequence.None),
        Of("MD01", "there is no mandate, or the debtor says so", MandateConsequence.Revoke),
        Of("MD02", "data of the mandate are missing or wrong", MandateConsequence.Suspend),
        Of("MD06", "the debtor asked for a refund", MandateConsequence.Suspend, true),
        Of("MD07", "the debtor is deceased", MandateConsequence.Revoke),
        Of("MS02", "the debtor refused", MandateConsequence.Suspend, true),
        Of("MS03", "the debtor's bank gives no reason", MandateConsequence.Retry),
        Of("RC01", "the bank code is wrong", MandateConsequence.Suspend),
        Of("RR01", "account or identification of the debtor is missing", MandateConsequence.Suspend),
        Of("RR02", "name or address of the debtor is missing", MandateConsequence.Suspend),
        Of("RR03", "name or address of the creditor is missing", MandateConsequence.None),
        Of("RR04", "rules forbid it", MandateConsequence.Suspend),
        Of("SL01", "the debtor's bank blocks the creditor on the debtor's wish", MandateConsequence.Suspend, true),
    ];

    /// <summary>What a code means; a code that is not known stops the mandate until a person looked.</summary>
    public static ReturnReason Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        foreach (var reason in Known)
            if (reason.Code == code) return reason;
        return Of(code, "the code is not known here", MandateConsequence.Suspend);
    }

    private static ReturnReason Of(string code, string meaning, MandateConsequence consequence, bool isByDebtor = false) =>
        new() { Code = code, Meaning = meaning, Consequence = consequence, IsByDebtor = isByDebtor };
}
