using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>
/// What the bank kept back of an entry or a detail. Charges that are booked apart are not in the amount and not counted here.
/// </summary>
internal static class CamtCharges
{
    public static Money Of(BankElement parent, Currency currency)
    {
        var sum = Money.Zero(currency);
        foreach (var charges in parent.All("Chrgs"))
        {
            var records = charges.All("Rcrd").ToList();
            if (records.Count == 0) sum += Amount(charges, charges.At("TtlChrgsAndTaxAmt") ?? charges.At("Amt"), currency);
            foreach (var record in records) sum += Amount(record, record.At("Amt"), currency);
        }
        return sum;
    }

    private static Money Amount(BankElement charge, BankElement? amount, Currency currency)
    {
        var apart = charge.TextAt("ChrgInclInd") is "false" or "0";
        if (apart || amount is null || amount.Currency != currency.Code) return Money.Zero(currency);
        var read = decimal.TryParse(amount.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        if (!read || !Money.TryOf(number, currency, out var money)) return Money.Zero(currency);
        return charge.TextAt("CdtDbtInd") == "CRDT" ? -money : money;
    }
}
