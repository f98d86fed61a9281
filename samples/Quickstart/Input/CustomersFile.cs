namespace OrderToCash.Quickstart;

/// <summary>
/// Reads customers: customer, name, street, post_code, city, country, tax_status, vat_id, terms, credit_limit, currency, iban, language, channel, email.
/// The limit may be empty (none), so may vat_id, iban and email; terms are those of <see cref="AgreedTerms.All"/>.
/// </summary>
public static class CustomersFile
{
    /// <summary>The columns, in the order <see cref="Write"/> uses.</summary>
    public static EquatableArray<string> Columns { get; } =
    [
        "customer", "name", "street", "post_code", "city", "country", "tax_status", "vat_id", "terms", "credit_limit", "currency", "iban",
        "language", "channel", "email",
    ];

    /// <summary>No value is longer.</summary>
    public const int LongestValue = 200;

    /// <summary>The customers in the file's order; rejections go to the log.</summary>
    public static IReadOnlyList<ImportedCustomer> Read(InputSource source, RejectionLog log)
    {
        using var table = CsvTable.Open(source, log, [.. Columns]);
        var customers = new List<ImportedCustomer>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (table?.Read() ?? false)
        {
            if (new Row(table).Read() is not { } customer) continue;
            if (lines.TryGetValue(customer.Key, out var first))
                table.Reject(0, InputErrors.DuplicateCustomer, ("customer", customer.Key), ("first", first));
            else
            {
                lines.Add(customer.Key, table.Line);
                customers.Add(customer);
            }
        }
        return customers;
    }

    /// <summary>Writes customers in the form that <see cref="Read"/> reads.</summary>
    public static void Write(IEnumerable<ImportedCustomer> customers, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(string.Join(',', Columns) + "\n");
        foreach (var c in customers)
        {
            var address = c.Party.Address;
            string[] values =
            [
                c.Key, c.Party.Name, string.Join(' ', address.Lines), address.PostCode, address.City, address.Country.Value, c.TaxStatus.ToString(),
                c.Party.RegistrationIn(c.Country)?.Id ?? "", c.Terms.Code,
                c.CreditLimit?.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
                c.Currency.Code, c.Iban.Value, c.Language, c.Channel.ToString(), c.Email,
            ];
            output.Write(string.Join(',', values.Select(CsvRecords.Quote)) + "\n");
        }
    }

    private const int Key = 0, Name = 1, Street = 2, PostCode = 3, City = 4, Country = 5, Status = 6, VatId = 7, Terms = 8, Limit = 9,
        CurrencyCode = 10, IbanText = 11, Language = 12, ChannelName = 13, Email = 14;

    private sealed class Row(CsvTable table)
    {
        private bool good = true;

        public ImportedCustomer? Read()
        {
            foreach (var column in (ReadOnlySpan<int>)[Key, Name, Language])
                if (table[column].IsEmpty) Reject(column, InputErrors.Required, ("field", table.NameOf(column)));
            for (var column = 0; column < Columns.Count; column++)
                if (table[column].Length > (column == Key ? OrdersFile.LongestNumber : LongestValue))
                    Reject(column, InputErrors.TooLong, ("field", table.NameOf(column)), ("length", table[column].Length),
                        ("limit", column == Key ? OrdersFile.LongestNumber : LongestValue));
            if (Text(Key) == Seller.Unidentified.Value) Reject(Key, InputErrors.Reserved, ("value", Text(Key)));
            if (!CountryNames.TryFind(Text(Country), out var country)) Reject(Country, InputErrors.UnknownCountry, ("value", Text(Country)));
            if (!Currency.TryOf(Text(CurrencyCode), out var currency) || !currency.HasMinorUnit)
                Reject(CurrencyCode, InputErrors.UnknownCurrency, ("value", Text(CurrencyCode)));
            var terms = AgreedTerms.Find(Text(Terms));
            if (terms is null) Reject(Terms, InputErrors.UnknownWord, ("value", Text(Terms)), ("known", string.Join(", ", AgreedTerms.All.Select(t => t.Code))));
            var status = Word<TaxStatus>(Status);
            var channel = Word<Channel>(ChannelName);
            var iban = IbanAt();
            var limit = LimitAt(currency);
            if (!good) return null;
            var customer = new ImportedCustomer
            {
                Key = Text(Key),
                Party = new()
                {
                    Name = Text(Name),
                    Address = new() { Lines = Text(Street).Length > 0 ? [Text(Street)] : [], PostCode = Text(PostCode), City = Text(City), Country = country },
                    TaxRegistrations = Text(VatId).Length > 0 ? [new() { Country = country, Id = Text(VatId) }] : [],
                },
                TaxStatus = status, Terms = terms!, CreditLimit = limit, Currency = currency, Iban = iban, Language = Text(Language),
                Channel = channel, Email = Text(Email), IsCashSale = Text(Key).StartsWith("CASH-", StringComparison.Ordinal),
            };
            foreach (var finding in CustomerAccounts.ProfileOf(customer).Check()) Refuse(finding);
            return good ? customer : null;
        }

        private string Text(int column) => table[column].ToString();

        private T Word<T>(int column) where T : struct, Enum
        {
            if (Enum.TryParse<T>(Text(column), ignoreCase: true, out var value) && char.IsAsciiLetter(Text(column)[0])) return value;
            Reject(column, InputErrors.UnknownWord, ("value", Text(column)), ("known", string.Join(", ", Enum.GetNames<T>())));
            return default;
        }

        private Iban IbanAt()
        {
            if (table[IbanText].IsEmpty) return default;
            var read = Iban.Parse(Text(IbanText));
            if (read.IsSuccess) return read.Value;
            Reject(IbanText, InputErrors.BadIban, ("reason", read.Errors[0].Message));
            return default;
        }

        private Money? LimitAt(Currency currency)
        {
            if (table[Limit].IsEmpty || !currency.HasMinorUnit) return null;
            if (FieldText.TryNumber(table[Limit], out var number) && number >= 0 && Money.TryOf(number, currency, out var limit)) return limit;
            Reject(Limit, InputErrors.BadNumber, ("value", Text(Limit)));
            return null;
        }

        // What the books say of a place in the account, said of the column it came from.
        private void Refuse(DomainError finding)
        {
            var place = finding.Target ?? "";
            var column = place.Contains("taxRegistrations", StringComparison.Ordinal) ? VatId
                : place.Contains("contacts", StringComparison.Ordinal) ? Email
                : place.Contains("hannel", StringComparison.Ordinal) ? ChannelName
                : place.Contains("postCode", StringComparison.OrdinalIgnoreCase) ? PostCode
                : place.Contains("anguage", StringComparison.Ordinal) ? Language : Key;
            good = false;
            table.Refuse(column, finding);
        }

        private void Reject(int column, ErrorCode code, params ReadOnlySpan<(string Name, object? Value)> facts)
        {
            good = false;
            table.Reject(column, code, facts);
        }
    }
}
