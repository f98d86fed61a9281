using System.Text;

namespace OrderToCash.Banking.Tests;

public class BankFilesTests
{
    private static List<Result<BankStatement>> Read(string text, BankFiles? files = null) =>
        [.. (files ?? BankFiles.BuiltIn).Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))];

    [Fact]
    public void A_file_is_read_by_the_format_it_begins_like()
    {
        Assert.Equal("10020030/1234567", Expect.Success(Read(Mt940ReaderTests.Message(""))[0]).Account);
        Assert.True(Expect.Success(Read(new ACamt().Text)[0]).Balances);
    }

    [Fact]
    public void An_unknown_format_and_an_empty_file_are_refused()
    {
        Expect.Refused(BankFileErrors.UnknownFormat, Assert.Single(Read("Datum;Betrag\n1;2")));
        Expect.Refused(BankFileErrors.Empty, Assert.Single(Read(" \n")));
    }

    [Fact]
    public void A_host_adds_a_format_of_its_own_which_is_asked_first()
    {
        var files = BankFiles.BuiltIn.With(new HouseFormat());
        Assert.Equal("house", Expect.Success(Assert.Single(Read("HOUSE BANK", files))).Account);
        Assert.Equal(["house", "OFX", "camt", "CODA", "BAI2", "MT940"], files.Formats.Select(f => f.Name));
    }

    private sealed class HouseFormat : IBankFileFormat
    {
        public string Name => "house";

        public bool Recognises(ReadOnlySpan<byte> beginning) => beginning.StartsWith("HOUSE"u8);

        public IEnumerable<Result<BankStatement>> Read(Stream stream, BankFileLimits limits, CancellationToken cancel) =>
            [Result.Success(new BankStatement { Kind = BankStatementKind.Statement, Account = "house", Currency = Currency.Of("EUR") })];
    }
}
