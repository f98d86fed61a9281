using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>What stands behind the booked amount: what was ordered, and the rate between the two.</summary>
internal static class CamtAmounts
{
    /// <summary>
    /// What was ordered, where it differs from what was booked: before charges, in another currency, or the original amount of a
    /// return. A bank that does not say what was instructed says what was transacted.
    /// </summary>
    public static Money? Ordered(BankElement place, Money booked)
    {
        var stated = place.At("AmtDtls", "InstdAmt", "Amt") ?? place.At("AmtDtls", "TxAmt", "Amt")
            ?? place.At("AmtDtls", "CntrValAmt", "Amt");
        return stated is not null && Read(stated) is { } money && money != booked ? money : null;
    }

    /// <summary>
    /// The rate of the currency exchange. The unit currency says which side counts one; where it is missing, or where the amounts
    /// say that the bank wrote it the other way round, the amounts decide.
    /// </summary>
    public static ExchangeRate? RateOf(BankElement place, BankEntry entry)
    {
        if (ExchangeOf(place) is not { } exchange || !TryNumber(exchange.TextAt("XchgRate"), out var rate)) return null;
        var (source, target, unit) = (exchange.TextAt("SrcCcy"), exchange.TextAt("TrgtCcy"), exchange.TextAt("UnitCcy"));
        if (target.Length == 0) target = source == entry.Amount.Currency.Code ? unit : entry.Amount.Currency.Code;
        if (unit.Length == 0) unit = source;
        var second = unit == source ? target : source;
        if (!Currency.TryOf(unit, out var one) || !Currency.TryOf(second, out var other) || one == other) return null;
        var day = CamtText.TryDate(exchange.TextAt("QtnDt"), out var quoted) ? quoted : entry.BookedOn;
        var read = new ExchangeRate(one, other, rate, day, "bank");
        if (entry.InstructedAmount is not { } ordered || !read.Connects(ordered.Currency, entry.Amount.Currency)) return read;
        return BankRates.Fits(read, ordered, entry.Amount)
            ?? BankRates.Fits(new(other, one, rate, day, "bank"), ordered, entry.Amount) ?? read;
    }

    private static BankElement? ExchangeOf(BankElement place)
    {
        foreach (var kind in (string[])["InstdAmt", "TxAmt", "CntrValAmt", "AnncdPstngAmt"])
            if (place.At("AmtDtls", kind, "CcyXchg") is { } exchange) return exchange;
        return null;
    }

    private static Money? Read(BankElement amount) =>
        Currency.TryOf(amount.Currency, out var own) && decimal.TryParse(amount.Text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && Money.TryOf(number, own, out var money) ? money : null;

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && number is > 0.000001m and < 1_000_000_000m;
}
